/** Heights of what is printed in order, all in one unit. */
export interface Heights {
	/** Rows of a table. */
	rows: readonly number[];
	/** Its head, which stands on each page that has rows. */
	head: number;
	/** Rows of a list. */
	list: readonly number[];
	/** The list's heading with the gap above it, once on each page that has some of it. */
	heading: number;
}

/** What stands on a page: from which row to which (not with it). */
export interface PagePlan {
	rows: [from: number, to: number];
	list: [from: number, to: number];
}

/**
 * Lays a table and then a list on pages of a height. Nothing is split, and no head or heading
 * stands alone at the foot of a page; what is higher than a page has one to itself.
 */
export function paginate({ rows, head, list, heading }: Heights, room: number): PagePlan[] {
	const pages: PagePlan[] = [];
	let [row, entry] = [0, 0];
	while (row < rows.length || entry < list.length) {
		const page: PagePlan = { rows: [row, row], list: [entry, entry] };
		let free = room;
		if (row < rows.length) {
			free -= head;
			({ to: row, free } = take(rows, row, free, true));
			page.rows[1] = row;
		}
		if (row === rows.length && entry < list.length) {
			const isFirst = page.rows[0] === row;
			({ to: entry } = take(list, entry, free - heading, isFirst));
			page.list[1] = entry;
		}
		pages.push(page);
	}
	return pages;
}

/** As many as there is room for, one at least where there must be one. */
function take(
	heights: readonly number[],
	from: number,
	room: number,
	must: boolean
): { to: number; free: number } {
	let [to, free] = [from, room];
	for (const height of heights.slice(from)) {
		if (height > free && !(must && to === from)) break;
		free -= height;
		to++;
	}
	return { to, free };
}
