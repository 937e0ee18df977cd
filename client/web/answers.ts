/**
 * What is served to people who do not sign in: answers to invitations by signed links, and calendars by secret addresses. An
 * answer changes nothing by itself: it is told to the journey like everything else.
 */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Invited, readAnswerToken } from '../../activities/store/answerLinks.ts';
import { feedOwner, meetingsOf } from '../../activities/store/feeds.ts';
import { readMeetings } from '../../activities/store/read.ts';
import { Reply } from '../../workflows/effects/words.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { tellJourney, viewJourney } from '../journeys.ts';
import { calendarFile } from './calendar.ts';
import type { WebMeans } from './means.ts';
import { contentSecurity, type MeetingPage, meetingPage, nothingToAnswer, tryAgain } from './pages.ts';

const daysBack = 31;

type Means = Pick<WebMeans, 'db' | 'journeys' | 'log'>;

/** Adds the pages; what goes wrong on them is said as a page too. */
export async function addPublicPages(app: FastifyInstance, means: Means): Promise<void> {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
  );
  app.addHook('onSend', async (_, reply) => {
    reply.headers({ 'content-security-policy': contentSecurity, 'cache-control': 'no-store' });
  });
  app.setErrorHandler(async (error, _, reply) => {
    const isTheirs = typeof error === 'object' && error !== null && 'validation' in error;
    if (!isTheirs) means.log(error);
    return reply
      .code(isTheirs ? 400 : 503)
      .type('text/html; charset=utf-8')
      .send(tryAgain());
  });
  addAnswers(app, means);
  addCalendars(app, means);
}

function addAnswers(app: FastifyInstance, means: Means): void {
  const web = app.withTypeProvider<ZodTypeProvider>();
  const params = z.object({ token: z.string().max(1_000) });
  // A mail scanner opens every link: only the tap on a button answers.
  web.get('/a/:token', { schema: { params } }, async ({ params: { token } }, reply) => {
    const found = await meetingBehind(means, token);
    const html = found ? meetingPage(found.page) : nothingToAnswer();
    return reply
      .code(found ? 200 : 410)
      .type('text/html; charset=utf-8')
      .send(html);
  });
  web.post(
    '/a/:token',
    { schema: { params, body: z.object({ reply: Reply }) } },
    async ({ params: { token }, body }, reply) => {
      const found = await meetingBehind(means, token);
      const taken = found !== undefined && (await answered(means, found, body.reply));
      const html = taken ? meetingPage({ ...found.page, reply: body.reply }) : nothingToAnswer();
      return reply
        .code(taken ? 200 : 410)
        .type('text/html; charset=utf-8')
        .send(html);
    },
  );
}

interface Found {
  readonly invited: Invited;
  readonly page: MeetingPage;
}

/** The meeting a token stands for, while it is to come and not called off. */
async function meetingBehind({ db, journeys }: Means, token: string): Promise<Found | undefined> {
  const invited = await readAnswerToken(db, token, new Date());
  if (!invited) return undefined;
  const { journey, meeting, role } = invited;
  const known = (await readMeetings(db, journey)).find(({ key }) => key === meeting);
  if (known?.status !== 'scheduled' || !known.attendees.includes(role)) return undefined;
  const { facts } = await viewJourney(journeys, journey);
  if (facts.meeting?.key !== meeting) return undefined;
  const { startsAt, endsAt } = known;
  return { invited, page: { startsAt, endsAt, reply: facts.meeting.replies?.[role] } };
}

/** Tells the journey of an answer; the same one again changes nothing. */
async function answered({ journeys }: Means, { invited, page }: Found, reply: Reply): Promise<boolean> {
  if (page.reply === reply) return true;
  const { journey, role } = invited;
  try {
    await tellJourney(journeys, journey, [
      { event: { type: 'meeting.replied', by: role, reply }, actor: { role } },
    ]);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function addCalendars(app: FastifyInstance, { db }: Means): void {
  const web = app.withTypeProvider<ZodTypeProvider>();
  const params = z.object({ file: z.string().regex(/^[\w-]{20,60}\.ics$/) });
  web.get('/calendar/:file', { schema: { params } }, async ({ params: { file }, hostname }, reply) => {
    const owner = await feedOwner(db, file.slice(0, -'.ics'.length));
    if (owner === undefined) return reply.code(404).type('text/plain').send('unknown calendar\n');
    const now = new Date();
    const after = new Date(now.getTime() - daysBack * 86_400_000).toISOString();
    return reply
      .type('text/calendar; charset=utf-8')
      .send(calendarFile(await meetingsOf(db, owner, after), hostname, now));
  });
}
