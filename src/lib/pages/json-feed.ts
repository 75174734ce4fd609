import type { Feed } from './feed';

/**
 * A feed as a JSON Feed.
 *
 * Format: https://www.jsonfeed.org/version/1.1/
 */
export function jsonFeedOf(feed: Feed) {
	const { title, lead, language, author, page, self, entries } = feed;
	return {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: page,
		feed_url: self.json,
		description: lead,
		language,
		authors: [{ name: author.name, url: author.address }],
		items: entries.map((entry) => ({
			id: entry.id,
			url: entry.page,
			title: entry.title,
			content_text: entry.text,
			date_published: entry.at,
			date_modified: entry.at,
			tags: [entry.status]
		}))
	};
}
