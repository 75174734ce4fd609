import { resolve } from '$app/paths';
import type { Lang } from '../../atlas/atlas';
import { PLAIN_EMBED, type Interaction, type Part } from '../../embed/settings';
import { PLAIN_HEIGHT, type EmbedChoice } from '../../embed/snippets';
import { hrefOf } from '../../pages/href';
import { LAYER_GROUPS, type LayerGroup } from '../../style/groups';
import { FIRST_VIEW, writeView, type View } from '../../view/view';
import type { Explorer } from '../explorer.svelte';
import { embedStrings } from '../strings/embed';
import { wholeAddress } from './whole-address';

/** What the reader shares, as the dialog has it: what is shown, and how an embed shows it. */
export class Sharing {
	readonly #explorer: Explorer;
	/** Address of the atlas, with a slash at its end. */
	readonly base = wholeAddress(resolve('/'));
	lang = $state<Lang>('zh');
	/** Whether the present view is shared, or the atlas as it opens. */
	isCurrent = $state(true);
	height = $state(PLAIN_HEIGHT);
	theme = $state<EmbedChoice['theme']>('auto');
	interaction = $state<Interaction>(PLAIN_EMBED.interaction);
	parts = $state.raw<readonly Part[]>(PLAIN_EMBED.parts);
	/** Groups that are off in an embed; `null`: as in the view. */
	#hidden = $state.raw<readonly LayerGroup[] | null>(null);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
		this.lang = explorer.lang;
	}

	get view(): View {
		return this.isCurrent ? this.#explorer.view : FIRST_VIEW;
	}

	/** The groups of layers that an embed shows. */
	get groups(): readonly LayerGroup[] {
		const hidden = this.#hidden ?? this.view.hidden;
		return LAYER_GROUPS.filter((group) => !hidden.includes(group));
	}

	set groups(shown: readonly LayerGroup[]) {
		this.#hidden = LAYER_GROUPS.filter((group) => !shown.includes(group));
	}

	get link(): string {
		return wholeAddress(`${hrefOf(this.#explorer.page, this.lang)}${writeView(this.view)}`);
	}

	get embed(): EmbedChoice {
		const { lang, height, theme, interaction, parts } = this;
		const title = embedStrings[lang].pageTitle(this.#explorer.atlas.title[lang]);
		const hidden = this.#hidden ?? this.view.hidden;
		const view = { ...this.view, hidden };
		return { lang, title, view, height, theme, interaction, parts };
	}
}
