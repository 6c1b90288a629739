// Texts that leave their place, also when they are a third longer, as they are in other languages.

// Makes every text of the page a third longer; what is so already stays as it is.
export const stretch = (page) =>
  page.evaluate(() => {
    const longer = (window.longerTexts ??= new WeakMap());
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const { data, parentElement } = text;
      if (longer.get(text) === data) continue;
      if (!/\p{L}{2}/u.test(data) || parentElement.closest('script, style, option, textarea')) continue;
      text.data = data + data.slice(0, Math.ceil(data.length * 0.35));
      longer.set(text, text.data);
    }
  });

// Texts that are cut off without a sign, or stand outside the button that they belong to.
export const spilt = (page) =>
  page.evaluate(() => {
    const found = [];
    if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page scrolls sideways');
    const isShort = (box) => {
      const look = getComputedStyle(box);
      return look.textOverflow === 'ellipsis' || /auto|scroll/.test(look.overflowX);
    };
    const boxOf = 'button, [role=tab], th, td, label, h1, h2, h3, [role=menuitem], li, dialog';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const owner = text.parentElement;
      const box = owner.closest(boxOf);
      if (!box || text.data.trim() === '' || !owner.checkVisibility({ visibilityProperty: true })) continue;
      if (getComputedStyle(owner).clipPath !== 'none') continue; // for readers of the screen only
      let inner = owner;
      while (inner !== box && !isShort(inner)) inner = inner.parentElement;
      if (isShort(inner)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const [words, place] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
      if (words.right > place.right + 1 || words.left < place.left - 1)
        found.push(`${box.tagName.toLowerCase()}: ${text.data.slice(0, 60)}`);
    }
    return found;
  });
