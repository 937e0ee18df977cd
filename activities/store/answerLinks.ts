/** Signed addresses by which somebody invited can answer without signing in. They hold opaque ids, and end with the meeting. */
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Role } from '../../workflows/effects/words.ts';
import { Id } from '../../workflows/journal/events.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';
import { ownKey } from './secrets.ts';

/** Who may answer to which meeting. */
export interface Invited {
  readonly journey: string;
  /** Key of the meeting. */
  readonly meeting: string;
  readonly role: Role;
}

const Claims = z.object({ j: Id, m: z.string().min(1), r: Role });

/** Signs an address's token; the same invitation always gets the same one. */
export async function answerToken(
  db: Store,
  { journey, meeting, role }: Invited,
  endsAt: Instant,
): Promise<string> {
  return await new SignJWT({ j: journey, m: meeting, r: role })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(new Date(endsAt))
    .sign(await ownKey(db, 'answer-links'));
}

/** What a token allows; nothing where it was not signed here or has expired by `now`. */
export async function readAnswerToken(db: Store, token: string, now: Date): Promise<Invited | undefined> {
  try {
    const { payload } = await jwtVerify(token, await ownKey(db, 'answer-links'), {
      algorithms: ['HS256'],
      currentDate: now,
    });
    const { j, m, r } = Claims.parse(payload);
    return { journey: j, meeting: m, role: r };
  } catch {
    return undefined;
  }
}
