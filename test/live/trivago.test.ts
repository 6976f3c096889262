import { trivago } from "../../providers/trivago/trivago.ts";
import { describeLive } from "./describe-live.ts";
import { liveStays } from "./stays.ts";

describeLive(trivago, liveStays("EUR"));
