import { html, type Markup, type Part } from './markup.ts';

/** A label and what belongs to it; nothing where that is empty. */
export type Fact = readonly [label: string, value: Part | undefined];

/** Facts as a list of terms; nothing when there are none. */
export function factList(facts: readonly Fact[]): Markup | readonly [] {
  const given = facts.filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return [];
  return html`
    <dl>
    ${given.map(([label, value = '']) => html`<dt>${label}</dt> <dd>${value}</dd>`)}
    </dl>
  `;
}
