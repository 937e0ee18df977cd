/** A real SMTP server on this machine that keeps what it is given, and can fail on demand. */
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What arrived, in order. `failNext` takes the next mail whole and then answers as if it had failed. */
export interface MailServer {
  readonly url: string;
  readonly mails: ParsedMail[];
  /** Addresses the server does not know. */
  readonly unknown: Set<string>;
  failNext(): void;
  /** Takes the next mail whole and leaves its sender without an answer; resolves when it has arrived. */
  afterNext(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server on a free port, or on one that was used before. */
export async function startMailServer(wanted = 0): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const unknown = new Set<string>();
  let failures = 0;
  let arrived: (() => void) | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(unknown.has(address) ? refusal(550, `no such user: ${address}`) : undefined),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        if (arrived) {
          arrived();
          arrived = undefined;
          return;
        }
        failures -= 1;
        done(failures >= 0 ? refusal(451, 'broken off after all had arrived') : undefined);
        failures = Math.max(failures, 0);
      }, done);
    },
  });
  // Unheard, a connection that breaks because its sender was killed would end the test.
  server.on('error', () => {});
  await new Promise<void>((ready) => {
    server.listen(wanted, '127.0.0.1', ready);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    unknown,
    failNext: () => {
      failures += 1;
    },
    afterNext: () =>
      new Promise((resolve) => {
        arrived = resolve;
      }),
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/** The calendar entry a mail brings, read back with another library than wrote it. */
export function calendarOf(mail: ParsedMail | undefined) {
  const file = mail?.attachments.find(
    ({ contentType }) => contentType === 'text/calendar' || contentType === 'application/ics',
  );
  if (file === undefined) throw new Error('the mail brings no calendar file');
  const calendar = new ICAL.Component(ICAL.parse(file.content.toString('utf8')));
  const event = calendar.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('the calendar file holds no event');
  const { uid, sequence, startDate, endDate, organizer } = new ICAL.Event(event);
  return {
    method: calendar.getFirstPropertyValue('method'),
    status: event.getFirstPropertyValue('status'),
    uid,
    sequence,
    organizer,
    attendees: event
      .getAllProperties('attendee')
      .map((attendee) => String(attendee.getFirstValue()).toLowerCase()),
    startsAt: startDate.toJSDate().toISOString(),
    endsAt: endDate.toJSDate().toISOString(),
    zone: startDate.zone.tzid,
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
