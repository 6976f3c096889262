import { duffel } from "../../providers/duffel/duffel.ts";
import { describeLive } from "./describe-live.ts";
import { liveFlights } from "./flights.ts";

/** In the currency of the account, which only its owner knows. */
describeLive(duffel, liveFlights(process.env.LIVE_CURRENCY ?? "EUR"));
