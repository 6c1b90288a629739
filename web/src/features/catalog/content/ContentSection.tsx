// What a product says on each channel and in each language, and its pictures in their order.
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { Section } from '~/ui/layout/Section';
import classes from '../catalog.module.css';
import { useContent, type Content, type Wording } from './api';
import { useLanguages } from './languages';
import { Pictures } from './Pictures';
import { TextDialog } from './TextDialog';

export function ContentSection({ id, name, may }: { id: string; name: string; may: boolean }) {
  const query = useContent(id);
  return (
    <Loaded query={query} lines={3}>
      {(content) => (
        <>
          <Pictures content={content} name={name} may={may} />
          <Texts content={content} name={name} may={may} />
        </>
      )}
    </Loaded>
  );
}

interface TextsProps {
  content: Content;
  name: string;
  may: boolean;
}

function Texts({ content, name, may }: TextsProps) {
  const { t } = useTranslation('catalog');
  const [open, setOpen] = useState<number | null>(null); // the number of texts: a new one
  return (
    <Section
      title={t('content.texts')}
      action={
        may && (
          <Button
            look="quiet"
            icon={<IconPlus aria-hidden />}
            onClick={() => {
              setOpen(content.texts.length);
            }}
          >
            {t('content.addText')}
          </Button>
        )
      }
    >
      {content.texts.length === 0 && <p className={classes.quiet}>{t('content.noTexts')}</p>}
      <ul className={classes.variants}>
        {content.texts.map((text, index) => (
          <li key={`${text.channel ?? ''} ${text.language}`}>
            <TextLine
              text={text}
              onOpen={() => {
                setOpen(index);
              }}
            />
          </li>
        ))}
      </ul>
      {open !== null && (
        <TextDialog
          content={content}
          index={open}
          name={name}
          may={may}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Section>
  );
}

function TextLine({ text, onOpen }: { text: Wording; onOpen: () => void }) {
  const { t } = useTranslation('catalog');
  const { nameOf } = useChannelNames();
  const languages = useLanguages();
  const where = text.channel ? nameOf(text.channel) : t('price.allChannels');
  return (
    <button type="button" className={classes.variant} onClick={onOpen}>
      <span className={classes.names}>
        <strong dir="auto" lang={text.language}>
          {text.title || text.description}
        </strong>
        <small>{`${where} · ${languages.nameOf(text.language)}`}</small>
      </span>
    </button>
  );
}
