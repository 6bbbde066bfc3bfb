"use strict";
const app = document.getElementById("app");
const get = async path => (await fetch(path)).json();
const make = (name, fields = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(fields)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

// Prices come late, and into a shadow tree.
customElements.define("price-tag", class extends HTMLElement {
  async connectedCallback() {
    const root = this.attachShadow({ mode: this.hasAttribute("closed") ? "closed" : "open" });
    root.append(make("em", { class: "waiting" }, "asking for the price"), make("slot"));
    const { price } = await get(`/api/price/${this.getAttribute("of")}`);
    root.firstChild.replaceWith(make("span", { class: "price" }, price));
  }
});

const card = product => make("a", { class: "product", href: `/p/${product.id}` }, product.name);

const endless = async () => {
  const list = make("div", { class: "list" });
  const end = make("p", { class: "more" }, "More below");
  app.replaceChildren(list, end);
  let from = 0;
  let busy = false;
  new IntersectionObserver(async (seen, observer) => {
    if (busy || !seen.some(entry => entry.isIntersecting)) return;
    busy = true;
    const { products, next } = await get(`/api/list?from=${from}`);
    list.append(...products.map(card));
    from = next;
    busy = false;
    observer.disconnect();
    if (next === null) end.textContent = "That is all"; else observer.observe(end);
  }).observe(end);
};

const turned = async () => {
  let from = 0;
  const show = async () => {
    const { products, next } = await get(`/api/list?from=${from}`);
    const button = make("button", { class: "next" }, "Next");
    button.disabled = next === null;
    button.onclick = () => { from = next; show(); };
    app.replaceChildren(make("div", { class: "list" }, ...products.map(card)), button);
  };
  await show();
};

const search = () => {
  const field = make("input", { name: "q" });
  const button = make("button", { class: "go" }, "Search");
  button.onclick = async event => {
    if (!event.isTrusted) return;
    const { products } = await get(`/api/search?q=${encodeURIComponent(field.value)}`);
    app.append(make("div", { class: "results" }, ...products.map(card)));
  };
  app.replaceChildren(field, button);
};

const product = async id => {
  const found = await get(`/api/product/${id}`);
  const pictures = make("div", { class: "pictures" });
  app.replaceChildren(
    make("h1", {}, found.name), make("p", { class: "sku" }, found.sku),
    make("price-tag", { of: id }, make("small", { class: "tax" }, "with tax")),
    make("div", { style: "height: 1500px" }), pictures,
    make("iframe", { src: `/reviews/${id}` }), make("iframe", { src: `${found.partner}/delivery/${id}` }));
  for (const path of found.pictures) {
    const picture = make("img", { "data-src": path, alt: "" });
    pictures.append(picture);
    new IntersectionObserver((seen, observer) => {
      if (!seen.some(entry => entry.isIntersecting)) return;
      picture.src = picture.dataset.src;
      picture.className = "seen";
      observer.disconnect();
    }).observe(picture);
  }
};

const path = location.pathname;
if (path === "/") endless();
else if (path === "/turned") turned();
else if (path === "/search") search();
else if (path.startsWith("/p/")) product(path.slice(3));
