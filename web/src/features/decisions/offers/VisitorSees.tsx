// What a visitor reads, in both languages, with the nudge as it will look while it is being typed.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '~/texts';
import fields from '~/platform/fields.module.css';
import { SavedText } from '~/platform/SavedField';
import { Segmented } from '~/ui/control/Segmented';
import { Section } from '~/ui/layout/Section';
import { useSaveOffer } from '../changes';
import classes from '../decisions.module.css';
import type { Offer, Texts, Words } from '../wire';
import { Preview, type Scheme, schemes } from './Preview';

const languages: readonly Language[] = ['nl', 'en'];
const parts = ['title', 'body', 'button'] as const;
type Part = (typeof parts)[number];

const withPart = (texts: Texts, language: Language, part: Part, value: string): Texts => ({
  ...texts,
  [language]: { ...texts[language], [part]: value },
});

export function VisitorSees({ offer }: { offer: Offer }) {
  const { t, i18n } = useTranslation('decisions');
  const save = useSaveOffer();
  const [language, setLanguage] = useState<Language>(i18n.language === 'en' ? 'en' : 'nl');
  const [scheme, setScheme] = useState<Scheme>('light');
  const { typed, type, drop } = useTyped(offer);
  const nameOf = (one: Language, part: Part) =>
    t('inLanguage', { what: t(`fields.${part}`), language: t(`languages.${one}`) });
  const field = (one: Language, part: Part) => ({
    label: nameOf(one, part),
    value: offer.texts[one][part],
    onSave: (to: string, from: string) =>
      save(
        offer.id,
        {
          label: nameOf(one, part),
          of: ({ texts }) => texts[one][part],
          put: (value, { texts }) => ({ texts: withPart(texts, one, part, value) }),
          told: String,
        },
        to,
        from,
      ),
  });
  const lookAt = (one: Language) => {
    setLanguage(one);
    drop();
  };
  return (
    <Section title={t('sections.texts')}>
      <NameField offer={offer} />
      <div className={fields.pair}>
        {languages.map((one) => (
          <div
            key={one}
            className={fields.fields}
            lang={one}
            onFocus={() => {
              lookAt(one);
            }}
            onKeyDown={({ key }) => {
              if (key === 'Escape') drop();
            }}
            onInput={(event: FormEvent<HTMLElement>) => {
              const { value, id } = event.target as HTMLInputElement;
              const part = parts.find((name) => id.endsWith(`-${name}`));
              if (part) type({ [part]: value });
            }}
          >
            <SavedText id={`${one}-title`} {...field(one, 'title')} />
            <SavedText id={`${one}-body`} {...field(one, 'body')} lines={3} />
            <SavedText id={`${one}-button`} {...field(one, 'button')} />
          </div>
        ))}
      </div>
      <div className={classes.looks}>
        <Segmented
          label={t('preview.language')}
          value={language}
          items={languages.map((id) => ({ id, label: t(`languages.${id}`) }))}
          onChange={lookAt}
        />
        <Segmented
          label={t('preview.scheme')}
          value={scheme}
          items={schemes.map((id) => ({ id, label: t(`preview.${id}`) }))}
          onChange={setScheme}
        />
      </div>
      <Preview act={offer.act} words={{ ...offer.texts[language], ...typed }} language={language} scheme={scheme} />
    </Section>
  );
}

// What is being typed, until something else stands there.
function useTyped({ version, texts }: Offer) {
  const now = JSON.stringify([version, texts]);
  const [draft, setDraft] = useState<{ over: string; words: Partial<Words> }>({ over: now, words: {} });
  const typed = draft.over === now ? draft.words : {};
  return {
    typed,
    type: (words: Partial<Words>) => {
      setDraft({ over: now, words: { ...typed, ...words } });
    },
    drop: () => {
      setDraft({ over: now, words: {} });
    },
  };
}

function NameField({ offer }: { offer: Offer }) {
  const { t } = useTranslation('decisions');
  const save = useSaveOffer();
  const part = {
    label: t('fields.name'),
    of: ({ name }: Offer) => name,
    put: (name: string) => ({ name }),
    told: String,
  };
  return (
    <SavedText
      label={t('fields.name')}
      hint={t('hints.name')}
      value={offer.name}
      onSave={(to, from) => save(offer.id, part, to, from)}
    />
  );
}
