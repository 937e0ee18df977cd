/** The activities at work on a database and a mail server of their own, and what tests ask about the mails. */
import { type Activities, createActivities, type Means, openMail } from '../../activities/index.ts';
import type { Store } from '../../activities/store/db.ts';
import { freshDatabase } from './database.ts';
import { calendarOf, type MailServer, startMailServer } from './mailServer.ts';

export interface Office {
  readonly db: Store;
  readonly server: MailServer;
  readonly activities: Activities;
  /** The addresses mails went to, sorted. */
  recipients(): string[];
  /** The calendar entries of the mails. */
  calendars(): ReturnType<typeof calendarOf>[];
  /** Forgets the mails so far, and whom the server does not know. */
  clear(): void;
  close(): Promise<void>;
}

/** Opens an office whose mail comes from `begleitung@provider.example`. */
export async function openOffice(more: Omit<Partial<Means>, 'db' | 'mail'> = {}): Promise<Office> {
  const [{ db }, server] = await Promise.all([freshDatabase(), startMailServer()]);
  const mail = openMail({ smtpUrl: server.url, folder: '', from: 'begleitung@provider.example' });
  return {
    db,
    server,
    activities: createActivities({ db, mail, ...more }),
    recipients: () => server.mails.map((one) => recipientOf(one).address).sort(),
    calendars: () => server.mails.map((one) => calendarOf(one)),
    clear: () => {
      server.mails.length = 0;
      server.unknown.clear();
    },
    close: async () => {
      mail.close();
      await server.close();
      await db.destroy();
    },
  };
}

/** The one person a mail went to. */
export function recipientOf(mail: MailServer['mails'][number]): { name: string; address: string } {
  const [to] = [mail.to ?? []].flat().flatMap(({ value }) => value);
  return { name: to?.name ?? '', address: to?.address ?? '' };
}

/** The answer to an order of a meeting of an hour from this instant. */
export function scheduled(startsAt: string, rev = 1) {
  const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
  return { type: 'meeting.scheduled', meeting: 'reflection/after-3', rev, startsAt, endsAt };
}
