import { liteApi } from "../../providers/liteapi/liteapi.ts";
import { describeLive } from "./describe-live.ts";
import { liveStays } from "./stays.ts";

describeLive(liteApi, liveStays("EUR"));
