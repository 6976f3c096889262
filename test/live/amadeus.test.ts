import { amadeus } from "../../providers/amadeus/amadeus.ts";
import { describeLive } from "./describe-live.ts";
import { liveFlights } from "./flights.ts";

describeLive(amadeus, liveFlights("EUR"));
