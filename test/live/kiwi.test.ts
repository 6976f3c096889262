import { kiwi } from "../../providers/kiwi/kiwi.ts";
import { describeLive } from "./describe-live.ts";
import { liveFlights } from "./flights.ts";

describeLive(kiwi, liveFlights("EUR"));
