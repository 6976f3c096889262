/** What a traveller sees who comes back from a vendor: small pages without a script, every word from elsewhere escaped. */
import { escapeMarkup as safe } from "../../trip/map/markup.ts";

export interface LinkPage {
  status: 200 | 400 | 502 | 503;
  body: string;
}

/** Both are markup by now. */
const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title} – Tripwright</title>
  </head>
  <body>
    <h1>${title}</h1>
    ${body}
  </body>
</html>
`;

export function linkedPage(vendor: string, accountName: string | null): LinkPage {
  const account = accountName === null ? `Your ${vendor} account` : `The ${vendor} account ${safe(accountName)}`;
  const body = `<p>${account} is linked. You can close this page and go back to Tripwright.</p>`;
  return { status: 200, body: page("Linked", body) };
}

export function refusedPage(vendor: string): LinkPage {
  const body = `<p>${vendor} says that you did not agree, so nothing was linked. You can close this page.</p>`;
  return { status: 200, body: page("Nothing was linked", body) };
}

export function failedPage(message: string, status: LinkPage["status"]): LinkPage {
  return { status, body: page("Nothing was linked", `<p>${safe(message)}</p>`) };
}

/** For a browser that did not ask itself: somebody may have sent the address to somebody else. */
export function confirmPage(
  vendor: string,
  { email, fields }: { email: string; fields: Readonly<Record<string, string>> },
): LinkPage {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}" />`,
  );
  const body = `<p>
      Your ${vendor} account is about to be linked to <strong>${safe(email)}</strong> at Tripwright. Whoever uses that will
      read your boards.
    </p>
    <p>If somebody sent you here, close this page: nothing has been linked.</p>
    <form method="get">${inputs.join("")}<button>It is mine: link it</button></form>`;
  return { status: 200, body: page(`Is ${safe(email)} you?`, body) };
}
