/** What is said to an embedded page: understood, refused with a reason, or not for us. */
import { expect, test } from 'vitest';
import { mayAsk, momentOf, originsIn, understand } from './embed-messages.ts';

test('what is asked as documented is understood', () => {
  for (const asked of [
    { cf8: 1, id: 1, do: 'ping' },
    { cf8: 1, id: 'a', do: 'seek', to: 37 },
    { cf8: 1, id: 'a', do: 'seek', to: '37.2' },
    { cf8: 1, id: 'a', do: 'seek', to: 'end' },
    { cf8: 1, id: 2, do: 'run', command: 'step-next' },
    { cf8: 1, id: 3, do: 'load', link: '#v=1&s=first-visit' },
  ])
    expect(understand(asked)).toEqual({ request: asked });
});

test('what is not for us gets no answer', () => {
  for (const other of [
    undefined,
    null,
    7,
    'ping',
    [],
    {},
    { id: 1, do: 'ping' },
    { cf8: 2, id: 1 },
    { cf8: 1 },
  ])
    expect(understand(other)).toBeUndefined();
  expect(understand({ cf8: 1, id: 'x'.repeat(65), do: 'ping' })).toBeUndefined();
});

test('what is for us and wrong is answered', () => {
  for (const wrong of [
    { do: 'open' },
    { do: 'seek' },
    { do: 'seek', to: -1 },
    { do: 'seek', to: Number.NaN },
    { do: 'seek', to: '1; alert(1)' },
    { do: 'run', command: 'reset' },
    { do: 'run', command: 'constructor' },
    { do: 'load', link: 'x'.repeat(200_001) },
  ])
    expect(understand({ cf8: 1, id: 5, ...wrong })).toEqual({ id: 5, problem: 'bad-message' });
});

test('moments', () => {
  expect(momentOf(37)).toEqual({ row: 37 });
  expect(momentOf('37.2')).toEqual({ row: 37, beat: 2 });
  expect(momentOf('end').row).toBeGreaterThan(1e9);
});

test('only origins are origins', () => {
  expect(originsIn('https://a.example,http://b.example:8080/path,javascript:0,nonsense,')).toEqual([
    'https://a.example',
    'http://b.example:8080',
  ]);
  expect(originsIn(undefined)).toEqual([]);
});

test('who may ask what', () => {
  const own = 'https://cf8.example';
  expect(mayAsk('seek', 'https://a.example', own, [])).toBe('yes');
  expect(mayAsk('load', 'https://a.example', own, [])).toBe('no');
  expect(mayAsk('load', own, own, [])).toBe('yes');
  expect(mayAsk('load', 'https://a.example', own, ['https://a.example'])).toBe('yes');
  expect(mayAsk('ping', 'https://b.example', own, ['https://a.example'])).toBe('unheard');
  expect(mayAsk('ping', 'null', own, [])).toBe('unheard');
});
