/** Every vendor that this program knows, whether it can be used here or not. Adding one is adding its line. */
import { amadeus } from "./amadeus/amadeus.ts";
import { duffel } from "./duffel/duffel.ts";
import { frankfurter } from "./frankfurter/frankfurter.ts";
import { getYourGuideTours } from "./getyourguide/getyourguide.ts";
import { googlePlaces } from "./google-places/google-places.ts";
import { ignav } from "./ignav/ignav.ts";
import type { Descriptor } from "./kernel/descriptor.ts";
import { kiwi } from "./kiwi/kiwi.ts";
import { linkSite } from "./links/link-site.ts";
import { LINK_SITES } from "./links/sites.ts";
import { liteApi } from "./liteapi/liteapi.ts";
import { nominatim } from "./nominatim/nominatim.ts";
import { openMeteo } from "./open-meteo/open-meteo.ts";
import { openMeteoClimate } from "./open-meteo/open-meteo-climate.ts";
import { osrm } from "./osrm/osrm.ts";
import { overpass } from "./overpass/overpass.ts";
import { pinterest } from "./pinterest/pinterest.ts";
import { trivago } from "./trivago/trivago.ts";
import { valhalla } from "./valhalla/valhalla.ts";
import { viator } from "./viator/viator.ts";

export const VENDORS: readonly Descriptor[] = [
  duffel,
  ignav,
  kiwi,
  liteApi,
  trivago,
  amadeus,
  googlePlaces,
  overpass,
  nominatim,
  viator,
  pinterest,
  osrm,
  valhalla,
  openMeteo,
  openMeteoClimate,
  frankfurter,
  getYourGuideTours,
  ...LINK_SITES.map((site) => linkSite(site)),
];

/** Names of those whose terms keep what they say from language models. */
export const HIDDEN_FROM_MODELS: ReadonlySet<string> = new Set(
  VENDORS.filter(({ terms }) => !terms.isForModels).map(({ name }) => name),
);

/** Who needs no key and is asked only where the operator says so: TRIPWRIGHT_PROVIDERS. */
export const OPT_IN_VARIABLE = "TRIPWRIGHT_PROVIDERS";
