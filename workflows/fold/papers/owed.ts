/**
 * Which messages the funder still waits for. Transmission is noted by hand, and what is said there outlives corrections here: a
 * message corrected since goes again, one whose entry was taken back is called back. Pure.
 */
import type { Day } from '../../policy/calendar.ts';
import { type FunderMessage, messageKinds } from './funderMessages.ts';

export interface Transmission {
  readonly key: string;
  readonly transmittedOn: Day;
}

/** `open`: not sent; `corrected`: sent, and corrected since; `former`: the former provider's to send; else it has gone out. */
export type Status = 'open' | 'transmitted' | 'corrected' | 'former';

export interface OwedMessage extends FunderMessage {
  readonly status: Status;
  readonly transmittedOn?: Day;
}

const callingBack = 'takenBack/';

/** The key of the message that a message is called back. */
export const callBackOf = (key: string): string => `${callingBack}${key}`;

/** Whether the funder waits for it. */
export const isOwed = ({ status }: OwedMessage): boolean => status === 'open' || status === 'corrected';

/** All messages with what has become of them, and a message for each one that was sent and is no longer true. */
export function owedOf(
  messages: readonly FunderMessage[],
  transmissions: readonly Transmission[],
): OwedMessage[] {
  const sent = new Map(transmissions.map(({ key, transmittedOn }) => [key, transmittedOn]));
  const known = new Set(messages.map(({ key }) => key));
  const gone = transmissions.filter(({ key }) => !known.has(key) && !key.startsWith(callingBack));
  return [...messages, ...gone.map(callBack)].map((message) => withStatus(message, sent));
}

function withStatus(message: FunderMessage, sent: ReadonlyMap<string, Day>): OwedMessage {
  // What was called back and is true again has to go out again.
  const transmittedOn = sent.has(callBackOf(message.key)) ? undefined : sent.get(message.key);
  if (transmittedOn === undefined) return { ...message, status: message.formerProvider ? 'former' : 'open' };
  const isCorrected = message.correctedOn !== undefined && message.correctedOn > transmittedOn;
  return { ...message, status: isCorrected ? 'corrected' : 'transmitted', transmittedOn };
}

const callBack = ({ key, transmittedOn }: Transmission): FunderMessage => ({
  key: callBackOf(key),
  kind: 'takenBack',
  label: messageKinds.takenBack,
  on: transmittedOn,
  fields: { message: key },
});
