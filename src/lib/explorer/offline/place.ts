import { SHEETS, type Sheet } from '../sheet';

/** Where the reader is, as far as no link carries it. */
interface Place {
	sheet: Sheet;
	/** How far each panel is scrolled, in pixels. */
	scrolled: Record<string, number>;
}

const KEY = 'atlas-place';

/** Keeps it over the reload that follows; where storage is refused it is lost. */
export function keepPlace(panel: HTMLElement, sheet: Sheet): void {
	const scrolled = Object.fromEntries(panelsIn(panel).map(([name, box]) => [name, box.scrollTop]));
	const place: Place = { sheet, scrolled };
	try {
		sessionStorage.setItem(KEY, JSON.stringify(place));
	} catch {
		// As after any reload.
	}
}

/** Scrolls the panels to where they were before the reload. Returns where the sheet was, if kept. */
export function restorePlace(panel: HTMLElement): Sheet | null {
	const place = takePlace();
	if (!place) return null;
	for (const [name, box] of panelsIn(panel)) box.scrollTop = place.scrolled[name] ?? 0;
	return SHEETS.find((sheet) => sheet === place.sheet) ?? null;
}

function panelsIn(panel: HTMLElement): [name: string, box: HTMLElement][] {
	const boxes = [...panel.querySelectorAll<HTMLElement>('[data-panel]')];
	return boxes.map((box) => [box.dataset['panel'] ?? '', box]);
}

function takePlace(): Place | null {
	try {
		const kept = sessionStorage.getItem(KEY);
		sessionStorage.removeItem(KEY);
		return kept ? (JSON.parse(kept) as Place) : null;
	} catch {
		return null;
	}
}
