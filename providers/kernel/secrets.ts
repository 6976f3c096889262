/** Takes secrets out of whatever is told of a call. Nothing should hold one; vendors echo what they were sent. */
import type { Descriptor, Settings } from "./descriptor.ts";

export type Redactor = (text: string) => string;

/** Shorter ones would take letters out of everything, and hide nothing. */
const LEAST_LENGTH = 6;
const HIDDEN = "***";

/** A secret also as addresses, JSON and Basic credentials spell it. */
function spellings(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ s: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64"),
    Buffer.from(secret).toString("base64url"),
  ];
}

/** What the settings say is one, and whatever lets us in. */
export function secretsOf({ settings: own, authorize }: Descriptor, settings: Settings): string[] {
  const set = own.flatMap(({ isSecret, variable }) => (isSecret ? (settings[variable] ?? []) : []));
  const sent = Object.values(authorize?.(settings) ?? {}).flatMap((value) => [value, ...value.split(/[\s,;=]+/)]);
  // A header may also name a version or a kind of content: only what looks drawn by lot is a secret there.
  const drawn = sent.filter((part) => part.length >= 16 && /\d/.test(part) && !/^[a-z]+\/|^\d{4}-\d\d-\d\d/.test(part));
  return [...new Set([...set, ...drawn])];
}

/** Whether a key, or an account's token, goes with its requests: no eavesdropper may read those. */
export const sendsSecrets = ({ settings, authorize, access }: Descriptor): boolean =>
  access === "account" || authorize !== undefined || settings.some(({ isSecret }) => isSecret);

export function redactor(secrets: readonly string[]): Redactor {
  const known = [...new Set(secrets.filter(({ length }) => length >= LEAST_LENGTH).flatMap(spellings))];
  // The longest first: a part of it would leave the rest standing.
  const sorted = known.sort((a, b) => b.length - a.length);
  return (text) => sorted.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
}
