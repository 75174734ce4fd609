import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Which rooms may import what: see "Where things live" in ARCHITECTURE.md. */
const PURE =
	'src/lib/{atlas,text,propose,geo,style,view,shown,measure,search,near,export,files,offline,source,check,mend,draft,compile}/**';
const FRAMEWORK = ['svelte', 'svelte/*', '$app/*', 'node:*'];
const ENGINE = ['maplibre-gl', 'maplibre-gl/**', 'pmtiles'];
const SCREEN = ['**/explorer/**', '**/studio/**', '**/pages/**', '**/*.svelte'];

const pipelineBan = {
	group: ['**/pipeline/**'],
	message: 'The app reads built data, never the pipeline.'
};
const engineBan = { group: ENGINE, message: 'Only src/lib/map speaks to the map engine.' };

/** A rule that bars imports. */
function bars(...patterns) {
	return { 'no-restricted-imports': ['error', { patterns: [...patterns, pipelineBan] }] };
}

export default ts.config(
	{
		ignores: ['build/', '.svelte-kit/', '.atlas/', '.atlases/', 'static/data/', 'tests/fixtures/']
	},
	js.configs.recommended,
	...ts.configs.recommendedTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				svelteConfig
			}
		},
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			// Links here are views of the same page: a query, not a route.
			'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{ files: ['*.config.js', 'svelte.config.js'], ...ts.configs.disableTypeChecked },
	{
		files: [PURE],
		rules: {
			...bars({
				group: [...FRAMEWORK, ...ENGINE, ...SCREEN, '**/map/**', '**/embed/**'],
				message: 'This room is pure: data in, data out.'
			}),
			'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'location']
		}
	},
	{
		files: ['src/lib/outside/**'],
		rules: bars({
			group: [...FRAMEWORK, ...ENGINE, ...SCREEN, '**/map/**'],
			message: 'This room asks other addresses: what is shown of it is not its affair.'
		})
	},
	{
		files: ['src/lib/embed/**'],
		rules: bars(engineBan, {
			group: [...SCREEN, '**/map/**'],
			message: 'What runs in pages of others has none of ours.'
		})
	},
	{
		files: ['src/lib/map/**'],
		rules: bars({
			group: ['svelte', 'svelte/*', ...SCREEN],
			message: 'The map is fed, and reports what it sees: it asks nobody.'
		})
	},
	{ files: ['src/lib/{explorer,studio}/**', 'src/routes/**'], rules: bars(engineBan) },
	{
		files: ['src/lib/pages/**'],
		rules: bars(
			{ ...engineBan, group: [...ENGINE, '**/map/**'] },
			{
				group: ['**/explorer.svelte'],
				message: 'These pages have no script and no state: take props.'
			}
		)
	}
);
