// Making elements: what others wrote goes in as text, never as HTML.
type Attributes = Readonly<Record<string, string>>;

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function button(label: string, look: string, run: () => void): HTMLButtonElement {
  const element = el('button', { type: 'button', class: look }, label);
  element.addEventListener('click', run);
  return element;
}
