import {
	DRAFT_PANELS,
	FIRST_VIEW,
	parseView,
	writeView,
	type Known,
	type View
} from '../../view/view';

/**
 * Query and hash of a preview: `?article=…&site=…#<id of the work>`.
 *
 * @param article slug; `null`: the first
 */
export function previewAddress(work: string, article: string | null, view = FIRST_VIEW): string {
	const parts = [article && `article=${encodeURIComponent(article)}`, writeView(view).slice(1)];
	const query = parts.filter(Boolean).join('&');
	return `${query && '?'}${query}#${work}`;
}

/** Slug of the article that a preview is asked for; `null`: the first. */
export function previewedArticle(query: URLSearchParams): string | null {
	return query.get('article');
}

/** The view that a preview is asked for: only what needs no files of a build. */
export function previewedView(query: URLSearchParams, known: Known): View {
	const { site, passage, mention, panel, map, hidden, opacity, camera, date } = parseView(
		query,
		known
	);
	return {
		...FIRST_VIEW,
		...{ site, passage, mention, map, hidden, opacity, camera, date },
		panel: DRAFT_PANELS.includes(panel) ? panel : FIRST_VIEW.panel
	};
}

/** Names of the windows of a work: a link to one that is open leads there. */
export const windowOf = {
	studio: (work: string) => `atlas-studio-${work}`,
	preview: (work: string) => `atlas-preview-${work}`
};
