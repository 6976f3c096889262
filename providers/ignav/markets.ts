/**
 * A fare's currency at Ignav is that of the market it is sold in, and a market is a country. Where several countries share
 * a currency, the one with the most departures.
 */
const MARKETS: Readonly<Record<string, string>> = {
  ...{ AED: "AE", ARS: "AR", AUD: "AU", BGN: "BG", BRL: "BR", CAD: "CA", CHF: "CH", CLP: "CL", CNY: "CN", COP: "CO" },
  ...{ CZK: "CZ", DKK: "DK", EGP: "EG", EUR: "DE", GBP: "GB", HKD: "HK", HUF: "HU", IDR: "ID", ILS: "IL", INR: "IN" },
  ...{ ISK: "IS", JPY: "JP", KRW: "KR", MAD: "MA", MXN: "MX", MYR: "MY", NOK: "NO", NZD: "NZ", PEN: "PE", PHP: "PH" },
  ...{ PLN: "PL", RON: "RO", SAR: "SA", SEK: "SE", SGD: "SG", THB: "TH", TRY: "TR", TWD: "TW", UAH: "UA", USD: "US" },
  ...{ VND: "VN", ZAR: "ZA" },
};

/** ISO 3166-1; `null` for a currency that no market of theirs is known to have. */
export function marketOf(currency: string): string | null {
  return MARKETS[currency] ?? null;
}
