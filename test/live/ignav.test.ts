import { ignav } from "../../providers/ignav/ignav.ts";
import { describeLive } from "./describe-live.ts";
import { liveFlights } from "./flights.ts";

describeLive(ignav, liveFlights("EUR"));
