/** What a place is. */
export const KINDS = [
	'station',
	'metro-section',
	'road',
	'tunnel',
	'interchange',
	'factory',
	'innovation',
	'lab',
	'campus',
	'finance',
	'plot',
	'area',
	'waterfront',
	'community'
] as const;

/** What part of the story a place belongs to; the order is that of lists and legends. */
export const THEMES = ['rail', 'road', 'city', 'industry', 'innovation', 'education'] as const;

/** How far a place has come. `existing`: it was there before the article. */
export const STATUSES = ['open', 'under-construction', 'planned', 'existing', 'unknown'] as const;

/** How well the place of a site is known; design of the marks: docs/data.md. */
export const PRECISIONS = ['exact', 'approximate', 'area', 'unlocated'] as const;

/** What became of a promise. `not-due`: its date has not come yet. */
export const OUTCOMES = ['kept', 'not-kept', 'unknown', 'not-due'] as const;

export type Kind = (typeof KINDS)[number];
export type Theme = (typeof THEMES)[number];
export type Status = (typeof STATUSES)[number];
export type Precision = (typeof PRECISIONS)[number];
export type Outcome = (typeof OUTCOMES)[number];
