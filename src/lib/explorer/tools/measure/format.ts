import type { Lang } from '../../../atlas/atlas';

/** A length in metres: 1,234 m below ten kilometres, 12.35 km from there. */
export function formatLength(metres: number, lang: Lang): string {
	if (metres < 10_000) return `${grouped(metres, 0)}${lang === 'zh' ? '米' : ' m'}`;
	return `${grouped(metres / 1000, 2)}${lang === 'zh' ? '公里' : ' km'}`;
}

/** An area in square metres: 456,000 m² below a square kilometre, 1.234 km² from there. */
export function formatArea(squareMetres: number, lang: Lang): string {
	if (squareMetres < 1e6) return `${grouped(squareMetres, 0)}${lang === 'zh' ? '平方米' : ' m²'}`;
	return `${grouped(squareMetres / 1e6, 3)}${lang === 'zh' ? '平方公里' : ' km²'}`;
}

/** A share in whole per cent. */
export function formatShare(share: number): string {
	return `${Math.round(share * 100)}%`;
}

function grouped(value: number, digits: number): string {
	return value.toLocaleString('en', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
}
