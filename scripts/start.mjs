// npm start: builds the page and serves it on this machine, until Ctrl+C.
import { build, preview } from 'vite';

await build({ logLevel: 'warn' });
const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 4173, open: false } });
console.log(`cf8 is at ${server.resolvedUrls?.local[0] ?? 'an unknown address'}  (Ctrl+C ends it)`);
