/**
 * The document that Observable Plot draws into on the server: as much of a DOM as Plot's marks ask for, and no more.
 *
 * A whole DOM (happy-dom) takes 15 ms a chart, and a country's page has four; this takes about a tenth of that. What Plot asks for beyond
 * it throws, and a test draws every kind of mark that we use, so that a newer Plot is noticed here and not by a reader.
 */
import { escapeText } from './escape-text.js'

class Node {
  parentNode: Element | null = null
}

class Text extends Node {
  constructor(
    readonly ownerDocument: DrawingDocument,
    readonly data: string,
  ) {
    super()
  }
  get outerHTML(): string {
    return escapeText(this.data)
  }
}

class Element extends Node {
  readonly attributes = new Map<string, string>()
  childNodes: (Element | Text)[] = []
  /** d3 binds data to elements by this name. */
  __data__?: unknown

  constructor(
    readonly ownerDocument: DrawingDocument,
    readonly namespaceURI: string,
    readonly tagName: string,
  ) {
    super()
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value))
  }
  setAttributeNS(_namespace: string, name: string, value: unknown): void {
    this.setAttribute(name, value)
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name)
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name)
  }
  appendChild<Child extends Element | Text>(child: Child): Child {
    return this.insertBefore(child, null)
  }
  append(...children: (Element | Text | string)[]): void {
    for (const child of children) this.appendChild(typeof child === 'string' ? this.ownerDocument.createTextNode(child) : child)
  }
  insertBefore<Child extends Element | Text>(child: Child, before: Element | Text | null): Child {
    child.parentNode?.removeChild(child)
    const at = before === null ? -1 : this.childNodes.indexOf(before)
    if (at === -1) this.childNodes.push(child)
    else this.childNodes.splice(at, 0, child)
    child.parentNode = this
    return child
  }
  removeChild<Child extends Element | Text>(child: Child): Child {
    this.childNodes = this.childNodes.filter((each) => each !== child)
    child.parentNode = null
    return child
  }
  remove(): void {
    this.parentNode?.removeChild(this)
  }
  get firstChild(): Element | Text | null {
    return this.childNodes[0] ?? null
  }
  get lastChild(): Element | Text | null {
    return this.childNodes.at(-1) ?? null
  }
  get nextSibling(): Element | Text | null {
    const among = this.parentNode?.childNodes ?? []
    return among[among.indexOf(this) + 1] ?? null
  }
  get children(): Element[] {
    return this.childNodes.filter((child) => child instanceof Element)
  }
  get textContent(): string {
    return this.childNodes.map((child) => (child instanceof Text ? child.data : child.textContent)).join('')
  }
  set textContent(text: string) {
    this.childNodes = []
    if (text) this.appendChild(this.ownerDocument.createTextNode(String(text)))
  }
  /** Marks that select what they have just drawn do so by tag name. */
  querySelectorAll(selector: string): Element[] {
    if (!/^[a-z]+$/i.test(selector)) throw new Error(`The drawing document does not know the selector "${selector}".`)
    return this.children.flatMap((child) => [...(child.tagName === selector ? [child] : []), ...child.querySelectorAll(selector)])
  }
  querySelector(selector: string): Element | null {
    return this.querySelectorAll(selector)[0] ?? null
  }
  get innerHTML(): string {
    // Plot's own style sheet is left out: the page's style has what it says, and the policy forbids an inline one.
    return this.childNodes.map((child) => (child instanceof Element && child.tagName === 'style' ? '' : child.outerHTML)).join('')
  }
  get outerHTML(): string {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escapeText(value)}"`).join('')
    return `<${this.tagName}${attributes}>${this.innerHTML}</${this.tagName}>`
  }
}

class DrawingDocument {
  readonly documentElement = new Element(this, 'http://www.w3.org/1999/xhtml', 'html')
  createElementNS(namespace: string, name: string): Element {
    return new Element(this, namespace, name)
  }
  createElement(name: string): Element {
    return this.createElementNS('http://www.w3.org/1999/xhtml', name)
  }
  createTextNode(text: string): Text {
    return new Text(this, text)
  }
}

export function drawingDocument(): Document {
  return new DrawingDocument() as unknown as Document
}
