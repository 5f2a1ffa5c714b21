/** The build, as a static host serves it, in this process. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';

const dist = process.env['CF8_DIST'] ?? 'dist';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
let sent = 0;
/** Bytes that have travelled so far, as they travel; letters not counted. */
export const sentBytes = (): number => sent;

const zipped = new Map<string, Buffer>();
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  const file = path.join(dist, pathname === '/' ? 'index.html' : pathname);
  if (!existsSync(file)) return void response.writeHead(404).end();
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  const zips = /text|json|svg/.test(type);
  const body = zipped.get(file) ?? (zips ? gzipSync(readFileSync(file), { level: 9 }) : readFileSync(file));
  zipped.set(file, body);
  if (!file.endsWith('.woff2')) sent += body.length;
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    ...(zips ? { 'content-encoding': 'gzip' } : {}),
    'cache-control': pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
  });
  return void response.end(body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const at = server.address();
export const address = `http://127.0.0.1:${String(typeof at === 'object' ? at?.port : 0)}/`;

export function closeHost(): void {
  server.close();
  server.closeAllConnections();
}
