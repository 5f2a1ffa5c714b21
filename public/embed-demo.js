/** Drives the frames of embed-demo.html: asks, shows the answers and what the frames tell by themselves. */
const said = document.getElementById('said');
const frames = new Map([...document.querySelectorAll('iframe')].map((frame) => [frame.id, frame]));
const origin = location.origin; // of the frames: in a real article, where cf8 is hosted

function note(who, arrow, message) {
  said.textContent += `${who} ${arrow} ${JSON.stringify(message)}\n`;
  said.scrollTop = said.scrollHeight;
}

let count = 0;
function ask(name, what) {
  const message = { cf8: 1, id: ++count, ...what };
  note(name, '←', message);
  frames.get(name).contentWindow.postMessage(message, origin);
}

addEventListener('message', (event) => {
  if (event.origin !== origin || event.data?.cf8 !== 1) return;
  const [name, frame] = [...frames].find(([, each]) => each.contentWindow === event.source) ?? [];
  if (frame === undefined) return;
  note(name, '→', event.data);
  // who asks once is told of steps from then on
  if (event.data.event === 'ready') ask(name, { do: 'ping' });
  if (event.data.event === 'height') frame.height = Math.min(event.data.height, 640);
});

for (const button of document.querySelectorAll('button'))
  button.addEventListener('click', () => ask(button.dataset.frame, JSON.parse(button.dataset.ask)));
