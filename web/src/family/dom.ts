type Child = Node | string | null | false | undefined
type Properties = Record<string, string | boolean | ((event: Event) => void) | undefined>

/** Makes an element. Text goes in as text: nothing here is ever read as HTML. */
export function h(tag: string, properties: Properties, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value === true) element.setAttribute(name, '')
    else if (typeof value === 'string') element.setAttribute(name, value)
  }
  for (const child of children) if (child) element.append(child)
  return element
}

export const button = (text: string, press: () => void, kind: 'main' | 'plain' | 'link' = 'main', label?: string) =>
  h('button', { type: 'button', class: kind, click: press, 'aria-label': label }, text)
