/** What the API says when it does not do what it was asked: problem documents (RFC 9457), in the caller's language. */
import { z } from 'zod';
import { type Reason, Refusal, type RefusalCode } from '../../workflows/journal/refusal.ts';
import { ClientError, type ClientErrorCode } from '../errors.ts';

export type Lang = 'de' | 'en';

export const problemType = 'application/problem+json; charset=utf-8';

/** As it is sent. `title` and each reason's `text` are in the caller's language; `de` and `en` are always there too. */
export const Problem = z.object({
  type: z.string().describe('`urn:wegbegleiter:problem:` and the code'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  reasons: z.array(
    z.object({
      code: z.string(),
      field: z.string().optional().describe('dotted path of the field at fault'),
      entry: z.int().optional().describe('number of the entry at fault'),
      text: z.string(),
      de: z.string(),
      en: z.string(),
    }),
  ),
});
export type Problem = z.output<typeof Problem>;

/** What the web server itself has to say no to. */
export const webCodes = [
  'not-signed-in',
  'forbidden',
  'not-found',
  'bad-request',
  'cross-site',
  'unavailable',
  'internal',
] as const;
export type WebCode = (typeof webCodes)[number];

type Text = Pick<Reason, 'de' | 'en'>;

/** Thrown by a route; becomes a problem document. Its text names no person. */
export class WebError extends Error {
  readonly code: WebCode;
  readonly reasons: readonly Reason[];
  constructor(code: WebCode, text: Text, reasons: readonly Reason[] = []) {
    super(text.en);
    this.name = 'WebError';
    this.code = code;
    this.reasons = reasons.length > 0 ? reasons : [{ code, ...text }];
  }
}

const titles = {
  'not-signed-in': { de: 'Nicht angemeldet', en: 'Not signed in' },
  forbidden: { de: 'Nicht erlaubt', en: 'Not allowed' },
  'not-found': { de: 'Nicht gefunden', en: 'Not found' },
  'bad-request': { de: 'Angaben stimmen nicht', en: 'Something in the request is wrong' },
  'cross-site': { de: 'Von einer fremden Seite', en: 'Sent from another site' },
  unavailable: { de: 'Gerade nicht erreichbar', en: 'Not available right now' },
  internal: { de: 'Das hätte nicht geschehen dürfen', en: 'This should not have happened' },
} as const satisfies Record<WebCode, Text>;

const statusOf = {
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  'bad-request': 400,
  'cross-site': 403,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<WebCode, number>;

const refused: Text = { de: 'So geht es nicht', en: 'Refused' };

/** Where a refusal is about what was sent, rather than about where the journey stands. */
const refusalStatus = {
  'invalid-entry': 400,
  'unknown-event': 400,
  'invalid-field': 400,
  'effective-in-future': 422,
  'role-not-allowed': 403,
  'wrong-phase': 409,
  rule: 409,
  'entry-not-found': 404,
  'reason-missing': 422,
  'later-entry-impossible': 409,
  'request-differs': 409,
  'machine-error': 500,
  'deadline-loop': 500,
  'not-first-event': 409,
  'unknown-version': 400,
  'journal-full': 409,
  'journal-differs': 409,
  'journey-exists': 409,
  'journey-not-found': 404,
  'bundle-invalid': 400,
  'not-addressed': 409,
  'not-transferred': 409,
} as const satisfies Record<RefusalCode, number>;

const clientStatus = {
  'bad-input': 400,
  'not-running': 503,
  'not-embedded': 409,
  'time-stands': 409,
} as const satisfies Record<ClientErrorCode, number>;

/** The language of an `Accept-Language` header; German where it asks for neither. Pure. */
export function langOf(header: string | undefined): Lang {
  const wanted = (header ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return wanted.find((one): one is Lang => one === 'de' || one === 'en') ?? 'de';
}

/** Any error as a problem document; what is not meant for the caller says only that it should not have happened. Pure. */
export function problemOf(error: unknown, lang: Lang): Problem {
  if (error instanceof WebError) {
    return problem(error.code, statusOf[error.code], titles[error.code], error.reasons, lang);
  }
  if (error instanceof Refusal) {
    return problem(error.code, refusalStatus[error.code], refused, error.reasons, lang);
  }
  if (error instanceof ClientError) {
    const { code, text } = error;
    return problem(code, clientStatus[code], refused, [{ code, ...text }], lang);
  }
  const { internal } = titles;
  return problem('internal', 500, internal, [{ code: 'internal', ...internal }], lang);
}

function problem(code: string, status: number, title: Text, reasons: readonly Reason[], lang: Lang): Problem {
  return {
    type: `urn:wegbegleiter:problem:${code}`,
    title: title[lang],
    status,
    code,
    reasons: reasons.map((reason) => ({ ...reason, text: reason[lang] })),
  };
}
