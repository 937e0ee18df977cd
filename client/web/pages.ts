/** The few pages that people see who do not sign in: to answer an invitation with one tap. Plain HTML, no script. */
import type { Reply } from '../../workflows/effects/words.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';

/** The meeting that is answered to. */
export interface MeetingPage {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The answer known so far. */
  readonly reply?: Reply | undefined;
}

const words = {
  coming: { de: 'Ich komme', en: 'I am coming' },
  late: { de: 'Ich komme später', en: 'I will be late' },
  notComing: { de: 'Ich kann nicht', en: 'I cannot come' },
  callMe: { de: 'Bitte ruf mich an', en: 'Please call me' },
} as const satisfies Record<Reply, { de: string; en: string }>;

const day = (lang: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Berlin' });

/** Asks for an answer, or shows the one that was given and lets it be changed. */
export function meetingPage({ startsAt, reply }: MeetingPage): string {
  const when = (lang: string): string => day(lang).format(new Date(startsAt));
  const buttons = Object.entries(words).map(([value, { de, en }]) => {
    const chosen = value === reply;
    return `<button name="reply" value="${value}"${chosen ? ' aria-pressed="true"' : ''}>${de}${
      chosen ? ' ✓' : ''
    }<small lang="en">${en}</small></button>`;
  });
  const thanks =
    reply === undefined
      ? ''
      : '<p class="thanks" role="status">Danke, deine Antwort ist angekommen. <span lang="en">Thank you, your answer has arrived.</span></p>';
  return page(
    'Reflexionsgespräch',
    `<h1>Reflexionsgespräch</h1>
<p class="when">${when('de-DE')} Uhr<br><small lang="en">${when('en-GB')}</small></p>
${thanks}
<form method="post">${buttons.join('\n')}</form>`,
  );
}

/** Says why there is nothing to answer. */
export function nothingToAnswer(): string {
  return page(
    'Nicht mehr gültig',
    `<h1>Dieser Link gilt nicht mehr</h1>
<p>Das Gespräch ist vorbei, verlegt oder abgesagt. Frag bei deiner Ausbildungsbegleitung nach.</p>
<p lang="en">This link is no longer valid: the meeting is over, was moved or called off. Please ask your case worker.</p>`,
  );
}

/** Says that the answer could not be taken now. */
export function tryAgain(): string {
  return page(
    'Bitte noch einmal',
    `<h1>Das hat gerade nicht geklappt</h1>
<p>Bitte versuch es in ein paar Minuten noch einmal, oder ruf deine Ausbildungsbegleitung an.</p>
<p lang="en">That did not work just now. Please try again in a few minutes, or call your case worker.</p>`,
  );
}

const style = `
:root{color-scheme:light dark}
body{font:1.125rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:30rem;padding:1.5rem;background:Canvas;color:CanvasText}
h1{font-size:1.5rem}
small{display:block;font-size:.85rem;opacity:.8}
form{display:grid;gap:.75rem}
button{font:inherit;font-weight:600;padding:1rem;border:2px solid #005ea8;border-radius:.5rem;background:transparent;color:inherit;cursor:pointer}
button[aria-pressed=true]{background:#005ea8;color:#fff}
button:focus-visible{outline:3px solid #f5a800;outline-offset:2px}
.thanks{padding:.75rem 1rem;border-left:.4rem solid #2e7d32}`;

/** The security policy that fits these pages: their own style, their own form, nothing else. */
export const contentSecurity =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const page = (title: string, body: string): string => `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head>
<body><main>${body}</main></body></html>
`;
