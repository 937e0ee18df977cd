/** A gateway for short messages on this machine that keeps what it is given, and can refuse on demand. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ShortMessage } from '../../activities/sms.ts';

export interface Gateway {
  readonly url: string;
  readonly messages: (ShortMessage & { readonly authorization: string | undefined })[];
  /** Refuses the next message. */
  refuseNext(): void;
  close(): Promise<void>;
}

/** Starts a gateway on a free port. */
export async function startGateway(): Promise<Gateway> {
  const messages: Gateway['messages'] = [];
  let refusals = 0;
  const server = createServer(async (request, response) => {
    const message = JSON.parse(await text(request)) as ShortMessage;
    if (refusals > 0) {
      refusals -= 1;
      response.writeHead(503).end();
      return;
    }
    messages.push({ ...message, authorization: request.headers.authorization });
    response.writeHead(202).end();
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/sms`,
    messages,
    refuseNext: () => {
      refusals += 1;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
