/** `embed/demo.js`: the page to try the embed writes down what the embed tells. */
const LINES = 200;

const log = document.getElementById('log');
// What scrolls must be reached by keys.
if (log) log.tabIndex = 0;

window.addEventListener('message', ({ source, data }: MessageEvent) => {
	const frames = [...document.querySelectorAll('iframe')];
	const isEmbed = frames.some(({ contentWindow }) => contentWindow === source);
	if (!log || !isEmbed) return;
	const line = document.createElement('li');
	line.textContent = JSON.stringify(data);
	log.append(line);
	if (log.childElementCount > LINES) log.firstElementChild?.remove();
	log.scrollTop = log.scrollHeight;
});
