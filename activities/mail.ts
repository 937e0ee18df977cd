/**
 * Sends mail: to an SMTP server, or as .eml files into a folder. The same letter of the same order always has
 * the same Message-ID. What a mail server says about an address stays here: errors name roles and journeys.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApplicationFailure } from '@temporalio/common';
import { createTransport } from 'nodemailer';
import type { Order } from '../workflows/effects/effects.ts';
import { addressMissing, type Recipient } from './recipients.ts';
import type { Sms } from './sms.ts';
import type { Store } from './store/db.ts';
import { isDelivered, markDelivered, type QueuedMail, queueMails } from './store/outbox.ts';

/** What one person is told. */
export interface Letter {
  readonly recipient: Recipient;
  /** Names nobody. */
  readonly subject: string;
  readonly text: string;
  /** The same in a short message. */
  readonly short: string;
  /** What the letter does to an earlier one of the same key. */
  readonly op: Order['op'];
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** A letter ready to be sent. */
export interface ReadyMail extends QueuedMail {
  readonly to: string;
}

/** The way mail leaves. */
export interface Mail {
  readonly from: string;
  readonly via: 'smtp' | 'file';
  /** Hands a mail over; throws what the server or the file system said. */
  readonly send: (mail: ReadyMail) => Promise<void>;
  readonly close: () => void;
}

/** All ways by which something leaves. */
export interface Post {
  readonly mail: Mail;
  readonly sms?: Sms | undefined;
}

export interface MailSettings {
  /** `smtp://…`; without it mail becomes files. */
  readonly smtpUrl?: string | undefined;
  readonly folder: string;
  /** The sender's address; its domain names messages and calendar entries. */
  readonly from: string;
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;
const sender = 'Wegbegleiter';

/** Opens the way mail leaves, by SMTP if there is a server's address. Connects with the first mail. */
export function openMail({ smtpUrl, folder, from }: MailSettings): Mail {
  if (smtpUrl === undefined) {
    return { from, via: 'file', send: (mail) => writeEml(folder, mail), close: () => {} };
  }
  const server = createTransport({ url: smtpUrl, ...patience });
  const send = async ({ to, content }: ReadyMail): Promise<void> => {
    await server.sendMail({ envelope: { from, to }, raw: content });
  };
  return { from, via: 'smtp', send, close: () => server.close() };
}

/** The part of an address after the @. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/**
 * Makes an order's letters ready and keeps them in the outbox. Repeated for the same order, recipients and
 * ops it makes the same Message-IDs and no second rows.
 */
export async function queueLetters(
  db: Store,
  post: Post,
  order: Order,
  letters: readonly Letter[],
): Promise<ReadyMail[]> {
  const ready = await Promise.all(letters.map((letter) => compose(post, order, letter)));
  const rows = ready.map(({ to: _to, ...row }) => row);
  await queueMails(db, order, rows);
  return ready;
}

/**
 * Sends what was not delivered yet. One refused mail does not keep the others; afterwards a retryable
 * `ApplicationFailure` `mail-failed` names the roles that got none and the codes of what went wrong.
 */
export async function deliver(
  db: Store,
  post: Post,
  order: Order,
  mails: readonly ReadyMail[],
): Promise<void> {
  const outcomes = await Promise.all(mails.map((ready) => hand(db, post, ready)));
  const failures = outcomes.filter((failure) => failure !== null);
  if (failures.length === 0) return;
  throw ApplicationFailure.retryable(
    `journey ${order.journey}: no mail could be sent to ${failures.join(', ')}`,
    'mail-failed',
  );
}

/** Hands one mail over unless that is done; gives the role that got none, and why. */
async function hand(db: Store, { mail, sms }: Post, ready: ReadyMail): Promise<string | null> {
  if (await isDelivered(db, ready.messageId)) return null;
  try {
    const { messageId: id, to, content: text } = ready;
    if (ready.via === 'sms') await sms?.send({ id, to, text });
    else await mail.send(ready);
  } catch (error) {
    return `${ready.role} (${codesOf(error)})`;
  }
  await markDelivered(db, ready.messageId);
  return null;
}

async function compose({ mail, sms }: Post, order: Order, letter: Letter): Promise<ReadyMail> {
  const { recipient, subject, text, op, calendar } = letter;
  const { role, person, name, email, phone, channel } = recipient;
  const messageId = messageIdOf(order, recipient, domainOf(mail.from));
  const known = { messageId, op, role, person, subject };
  const byPhone = channel === 'sms' && sms !== undefined ? phone : null;
  if (byPhone !== null) return { ...known, content: letter.short, via: 'sms', to: byPhone };
  if (email === null) throw addressMissing(order.journey, [role]);
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await composer.sendMail({
    messageId,
    date: new Date(order.now),
    from: { name: sender, address: mail.from },
    to: { name, address: email },
    subject,
    text,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(calendar === undefined ? {} : { icalEvent: { filename: 'termin.ics', ...calendar } }),
  });
  return { ...known, content: message.toString(), via: mail.via, to: email };
}

/** Readable, and told apart by a hash, as a key's signs may not stand in a Message-ID. */
function messageIdOf({ journey, key, rev }: Order, { role, person }: Recipient, domain: string): string {
  const identity = JSON.stringify([journey, key, rev, role, person]);
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 16);
  const readable = [journey, key, String(rev), role].map((word) => word.replaceAll(/[^A-Za-z0-9]+/g, '-'));
  return `<${readable.join('.')}.${hash}@${domain}>`;
}

async function writeEml(folder: string, { messageId, content }: ReadyMail): Promise<void> {
  const name = messageId.slice(1, messageId.lastIndexOf('@'));
  const unfinished = join(folder, `.${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  await writeFile(unfinished, content, { mode: 0o600 });
  await rename(unfinished, join(folder, `${name}.eml`));
}

/** Codes only: a server's own words repeat the address. */
function codesOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const codes = [code, responseCode].filter((one) => typeof one === 'string' || typeof one === 'number');
  return codes.length > 0 ? codes.join(' ') : 'unknown error';
}
