// Rules of this house that ESLint does not know: who may import whom, and where words may stand.
import fs from 'node:fs';
import path from 'node:path';

const source = new URL('../src/', import.meta.url).pathname;
const features = fs.existsSync(`${source}features`) ? fs.readdirSync(`${source}features`) : [];

// Lowest first: a folder imports from itself and from folders before it.
const floors = ['texts', 'api', 'ui', 'platform', 'features', 'app'];

// {floor, feature} of a file in src, or null.
function placeOf(file) {
  const [floor, feature] = path.relative(source, file).split(path.sep);
  if (!floors.includes(floor)) return null;
  return { floor, feature: floor === 'features' ? feature : null };
}

function resolved(from, what) {
  if (what.startsWith('~/')) return path.join(source, what.slice(2));
  return what.startsWith('.') ? path.join(path.dirname(from), what) : null;
}

function problemOf(here, there) {
  if (!here || !there) return null;
  if (floors.indexOf(there.floor) > floors.indexOf(here.floor)) {
    return `${here.floor}/ stands below ${there.floor}/ and may not import from it`;
  }
  if (here.feature && there.feature && here.feature !== there.feature) {
    return `feature ${here.feature} may not import feature ${there.feature}: move what both need to platform/ or ui/`;
  }
  return null;
}

const orderOfFolders = {
  create(context) {
    const here = placeOf(context.filename);
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const target = resolved(context.filename, node.source.value);
      const message = target && problemOf(here, placeOf(target));
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

// What ui/ may not know: the names of the features, in both numbers, as words of an identifier.
const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1);
// An order is also a sequence.
const plainToo = new Set(['orders']);
const words = features
  .filter((name) => !plainToo.has(name))
  .flatMap((name) => [name, capital(name)])
  .map((name) => name.replace(/s$/, 's?'));
const business = new RegExp(`(${words.join('|') || '$^'})(?![a-z])`);

const noBusinessWords = {
  create(context) {
    const { filename } = context;
    if (placeOf(filename)?.floor !== 'ui' || /\.test\.tsx?$/.test(filename)) return {};
    return {
      Identifier(node) {
        const found = business.exec(node.name);
        if (found) {
          context.report({ node, message: `ui/ knows no business words: "${found[1]}"` });
        }
      },
    };
  },
};

const spoken = new Set(['aria-label', 'placeholder', 'title', 'label', 'description', 'alt']);
const hasWord = (text) => /\p{L}{2,}/u.test(text);

const noTextInCode = {
  create(context) {
    const message = 'text for people stands in texts/nl.json and texts/en.json';
    return {
      JSXText(node) {
        // The names of keys are the same in every language.
        if (node.parent.openingElement?.name.name === 'Kbd') return;
        if (hasWord(node.value)) context.report({ node, message });
      },
      JSXAttribute(node) {
        if (!spoken.has(node.name.name) || node.value?.type !== 'Literal') return;
        if (hasWord(String(node.value.value))) context.report({ node, message });
      },
      'JSXExpressionContainer > Literal'(node) {
        if (node.parent.parent.type === 'JSXAttribute') return;
        if (typeof node.value === 'string' && hasWord(node.value)) {
          context.report({ node, message });
        }
      },
    };
  },
};

export default {
  rules: {
    'order-of-folders': orderOfFolders,
    'no-business-words': noBusinessWords,
    'no-text-in-code': noTextInCode,
  },
};
