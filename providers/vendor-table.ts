/** The vendors as Markdown, for docs/providers.md: said once, in their descriptions. */
import { CONTRACT_VENDORS } from "./contracts.ts";
import type { Access, Descriptor, Terms } from "./kernel/descriptor.ts";
import { OPT_IN_VARIABLE } from "./registry.ts";

const HOW: Readonly<Record<Access, string>> = {
  key: "a key of yours",
  "opt-in": `no key; named in \`${OPT_IN_VARIABLE}\``,
  "self-hosted": "your own server",
  account: "an app of yours; each traveller links an account",
  contract: "a partner contract",
};

function spanWords(seconds: number): string {
  if (seconds === 0) return "never";
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`;
  return seconds % 3_600 === 0 ? `${seconds / 3_600} h` : `${seconds / 60} min`;
}

function keptWords({ contentSeconds, priceSeconds, keepsIds, isForModels }: Terms): string {
  const kept = `content ${spanWords(contentSeconds)}, prices ${spanWords(priceSeconds)}, ids ${keepsIds ? "for good" : "no longer than that"}`;
  return isForModels ? kept : `${kept}; never shown to a language model`;
}

function section(descriptor: Descriptor): string {
  const { name, id, domains, access, settings, address, terms, about, attribution } = descriptor;
  const variables = [
    ...settings.map(({ variable, isRequired, says }) => `\`${variable}\` (${isRequired ? "" : "optional: "}${says})`),
    `\`${address.variable}\` (${address.standard === null ? "where it answers" : `another address than ${address.standard}`})`,
  ];
  const lines = [
    `### ${name} (\`${id}\`)`,
    "",
    `- **For**: ${domains.join(", ")}. **Needs**: ${HOW[access]}.${about.isUntested ? " **Never tried against the live service.**" : ""}`,
    `- **How to get in**: ${about.keyAt}. **Costs**: ${about.costs}.`,
    `- **Set**: ${variables.join(", ")}.`,
    `- **Is sent**: ${about.sends}.`,
    `- **Is stored**: ${about.stores} (at most: ${keptWords(terms)}).`,
  ];
  if (attribution) lines.push(`- **Is shown with it**: "${attribution.text}", ${attribution.url}.`);
  return lines.join("\n");
}

export function vendorTable(vendors: readonly Descriptor[]): string {
  const contracts = CONTRACT_VENDORS.map(
    ({ name, domains, contractAt, instead }) => `| ${name} | ${domains.join(", ")} | ${contractAt} | ${instead} |`,
  );
  return [
    ...vendors.map(section),
    ["### Only for partners", "", "| vendor | for | contract | meanwhile |", "|---|---|---|---|", ...contracts].join(
      "\n",
    ),
  ].join("\n\n");
}
