import { viator } from "../../providers/viator/viator.ts";
import { describeLive } from "./describe-live.ts";
import { liveTours } from "./tours.ts";

describeLive(viator, liveTours);
