/** What the environment says of vendors: whatever the registry of vendors names, and who is opted in. */
import type { Descriptor, Settings } from "../providers/kernel/descriptor.ts";
import { isPlainHere } from "../providers/kernel/exchange.ts";
import { sendsSecrets } from "../providers/kernel/secrets.ts";
import { OPT_IN_VARIABLE, VENDORS } from "../providers/registry.ts";
import { TripwrightError } from "../trip/errors.ts";

export interface VendorsConfig {
  /** By variable; what is empty is not set. */
  settings: Settings;
  /** Vendors that need no key and are used all the same. */
  optedIn: ReadonlySet<string>;
}

function refused(said: string, variable: string): TripwrightError {
  const message = `The environment could not be used. ${variable}: ${said}.`;
  return new TripwrightError("invalid_input", message, { variables: [variable] });
}

function addressIn(value: string, vendor: Descriptor): string {
  const { variable } = vendor.address;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "" || url.search !== "") {
    throw refused("expected an address such as https://api.example.org, without a query", variable);
  }
  if (url.protocol === "http:" && !isPlainHere(url) && sendsSecrets(vendor)) {
    throw refused("expected https, for a key goes there, and plain http would let others on the way read it", variable);
  }
  return value;
}

/** Throws `invalid_input`, naming the variable and never its value: it may be a secret. */
export function vendorsIn(environment: NodeJS.ProcessEnv): VendorsConfig {
  const setTo = (variable: string): string | undefined => environment[variable]?.trim() || undefined;
  const settings: Record<string, string | undefined> = {};
  for (const vendor of VENDORS) {
    const { settings: own, address } = vendor;
    for (const { variable } of own) settings[variable] = setTo(variable);
    const url = setTo(address.variable);
    settings[address.variable] = url === undefined ? undefined : addressIn(url, vendor);
  }
  const named = (setTo(OPT_IN_VARIABLE) ?? "").split(/[\s,]+/).filter((id) => id !== "");
  const known = VENDORS.filter(({ access }) => access === "opt-in").map(({ id }) => id);
  const unknown = named.find((id) => !known.includes(id));
  if (unknown !== undefined) throw refused(`expected some of ${known.join(", ")}`, OPT_IN_VARIABLE);
  return { settings, optedIn: new Set(named) };
}

/** What must be read nowhere, were it part of an address that an operator gave. */
export function secretsIn({ settings }: VendorsConfig): string[] {
  const own = VENDORS.flatMap((vendor) => vendor.settings.filter(({ isSecret }) => isSecret));
  return own.flatMap(({ variable }) => settings[variable] ?? []).filter(({ length }) => length >= 6);
}
