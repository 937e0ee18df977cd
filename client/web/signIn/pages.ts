/** The page that somebody sees who comes back from the provider of identities and cannot be let in. No script. */
import type { Problem } from '../problem.ts';

/** The security policy that fits it: its own style and links, nothing else. */
export const contentSecurity =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

const style = `
:root{color-scheme:light dark}
body{font:1.125rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1.5rem;background:Canvas;color:CanvasText}
h1{font-size:1.5rem}
a{color:LinkText}
[lang=en]{font-size:.9rem}`;

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Says in both languages what is missing, and how to try again. */
export function notLetIn({ reasons }: Problem): string {
  const list = (lang: 'de' | 'en'): string =>
    `<ul lang="${lang}">${reasons.map((reason) => `<li>${escaped(reason[lang])}</li>`).join('')}</ul>`;
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>Anmeldung nicht möglich</title><style>${style}</style></head>
<body><main><h1>Anmeldung nicht möglich <span lang="en">· You could not be signed in</span></h1>
${list('de')}
${list('en')}
<p><a href="/auth/login">Noch einmal anmelden <span lang="en">· Sign in again</span></a></p>
</main></body></html>
`;
}
