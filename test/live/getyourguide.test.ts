import { getYourGuideTours } from "../../providers/getyourguide/getyourguide.ts";
import { describeLive } from "./describe-live.ts";
import { liveTours } from "./tours.ts";

describeLive(getYourGuideTours, liveTours);
