import { createInterface } from 'node:readline/promises';
import { Unsettled, type Ask } from './add/questions';

/** Asks on the terminal; `null` if there is none. An end of the input (Ctrl-D) throws `Unsettled`. */
export function askOnTerminal(): Ask | null {
	const { stdin: input, stderr: output } = process;
	if (!input.isTTY || !process.stdout.isTTY) return null;
	return async (question, guess) => {
		const lines = createInterface({ input, output });
		const ended = new Promise<never>((_, fail) => lines.once('close', () => fail(new Unsettled())));
		try {
			const shown = `${question}${guess ? ` [${guess}]` : ''}: `;
			return await Promise.race([lines.question(shown), ended]);
		} finally {
			ended.catch(() => undefined);
			lines.close();
		}
	};
}
