/** One connection to the outside: what comes in is answered piece by piece. */
import { createServer, connect, type Socket } from 'node:net';
import process from 'node:process';
import { fail, ok, say, type Result } from '../base/problem.ts';
import type { Address } from './outside.ts';

export interface Channel {
  readonly input: AsyncIterable<unknown> & { setEncoding(encoding: 'utf8'): unknown };
  readonly output: { write(text: string, done?: () => void): boolean };
  /** Ends it, when what was written is on its way. */
  close(): void;
}

const overSocket = (socket: Socket): Channel => ({
  input: socket,
  output: socket,
  close: () => socket.end(() => socket.destroy()),
});

const standard = (): Channel => ({
  input: process.stdin,
  output: process.stdout,
  close: () => process.stdin.destroy(),
});

const spell = (address: Address): string => {
  if (address.at === 'unix') return `unix:${address.path}`;
  return address.at === 'tcp' ? `tcp:${address.host}:${String(address.port)}` : address.at;
};

/** Connects, or listens for the first who connects. Undefined: nobody will ever talk. */
export async function open(address: Address): Promise<Result<Channel> | undefined> {
  if (address.at === 'nowhere') return undefined;
  if (address.at === 'stdio') return ok(standard());
  const where = address.at === 'unix' ? { path: address.path } : { host: address.host, port: address.port };
  const socket = await new Promise<Socket | string>((resolve) => {
    const failed = (error: Error): void => resolve(error.message);
    if (address.server) {
      const server = createServer((accepted) => {
        server.close();
        resolve(accepted);
      });
      server.once('error', failed).listen(where);
    } else {
      const made = connect(where, () => {
        made.off('error', failed);
        resolve(made);
      });
      made.once('error', failed);
    }
  });
  if (typeof socket !== 'string') return ok(overSocket(socket));
  return fail(say('problem.expected', { expected: spell(address), given: socket }));
}

/** Answers until the other side ends. A connection that breaks has ended, too. */
export async function serve({ input, output }: Channel, answer: (piece: string) => string): Promise<void> {
  input.setEncoding('utf8');
  try {
    for await (const piece of input) {
      const answers = answer(String(piece));
      if (answers !== '') output.write(answers);
    }
  } catch {
    // the other side went away
  }
}
