/** Sends short messages through the webhook of a gateway: a POST of JSON `{id, to, text}` that is answered with a 2xx. */

/** A short message. The same `id` is the same message: a gateway that knows it need not send it again. */
export interface ShortMessage {
  readonly id: string;
  /** A phone number in the international form. */
  readonly to: string;
  readonly text: string;
}

/** The way short messages leave. */
export interface Sms {
  /** Throws what went wrong, with a `code` and without the number. */
  readonly send: (message: ShortMessage) => Promise<void>;
}

const patience = 20_000;

/** Opens the way short messages leave; none without a gateway. */
export function openSms({
  url,
  token,
}: {
  readonly url?: string | undefined;
  readonly token?: string | undefined;
}): Sms | undefined {
  if (url === undefined) return undefined;
  const send = async (message: ShortMessage): Promise<void> => {
    const { ok, status } = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': message.id,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(patience),
    });
    if (!ok) throw Object.assign(new Error('the gateway refused'), { code: `HTTP ${status}` });
  };
  return { send };
}
