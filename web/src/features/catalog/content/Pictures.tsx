// The pictures of a product: sent in, put in order, described for who cannot see them, taken away.
import { IconArrowLeft, IconArrowRight, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf, problemOf } from '~/api/problem';
import { Button, IconButton } from '~/ui/control/Button';
import { TextField } from '~/ui/form/TextField';
import { Section } from '~/ui/layout/Section';
import { useLocale } from '~/ui/text/locale';
import classes from '../catalog.module.css';
import {
  largestPicture,
  pictureAddress,
  pictureForms,
  sendPicture,
  useContentEdit,
  type Content,
  type PlacedPicture,
} from './api';

interface PicturesProps {
  content: Content;
  name: string;
  may: boolean;
}

export function Pictures({ content, name, may }: PicturesProps) {
  const { t } = useTranslation('catalog');
  const edit = useContentEdit();
  const { pictures } = content;
  const put = (next: readonly PlacedPicture[], says: string) =>
    edit(content, { pictures: [...next] }, says);
  const move = (from: number, to: number) =>
    put(pictures.toSpliced(from, 1).toSpliced(to, 0, pictures[from] as PlacedPicture), t('content.moved'));
  return (
    <Section
      title={t('content.pictures')}
      action={
        may && (
          <AddPicture
            onAdd={(picture) => {
              if (pictures.some((one) => one.picture === picture)) return;
              void put([...pictures, { picture, alt: [] }], t('content.added'));
            }}
          />
        )
      }
    >
      {pictures.length === 0 && <p className={classes.quiet}>{t('content.noPictures')}</p>}
      <ol className={classes.pictures}>
        {pictures.map((picture, index) => (
          <li key={picture.picture}>
            <PictureLine
              picture={picture}
              name={name}
              may={may}
              onAlt={(alt) => put(pictures.with(index, { ...picture, alt }), t('content.altSaved'))}
              onEarlier={index > 0 ? () => void move(index, index - 1) : undefined}
              onLater={index < pictures.length - 1 ? () => void move(index, index + 1) : undefined}
              onRemove={() => void put(pictures.toSpliced(index, 1), t('content.gone'))}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function AddPicture({ onAdd }: { onAdd: (picture: string) => void }) {
  const { t } = useTranslation('catalog');
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>();
  const send = async (file: File) => {
    if (file.size > largestPicture) {
      setWrong(t('content.tooLarge'));
      return;
    }
    setBusy(true);
    try {
      onAdd((await sendPicture(file)).name);
      setWrong(undefined);
    } catch (error) {
      setWrong(messageOf(problemOf(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {wrong && (
        <span className={classes.wrong} role="alert">
          {wrong}
        </span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={pictureForms}
        aria-label={t('content.addPicture')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void send(file);
          target.value = '';
        }}
      />
      <Button
        look="quiet"
        busy={busy}
        icon={<IconPhotoPlus aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('content.addPicture')}
      </Button>
    </>
  );
}

interface PictureLineProps {
  picture: PlacedPicture;
  name: string;
  may: boolean;
  onAlt: (alt: PlacedPicture['alt']) => void;
  onEarlier: (() => void) | undefined;
  onLater: (() => void) | undefined;
  onRemove: () => void;
}

// What is in the picture is said in the language of whoever looks; the other languages stay.
function PictureLine({ picture, name, may, onAlt, onEarlier, onLater, onRemove }: PictureLineProps) {
  const { t } = useTranslation('catalog');
  const { language } = useLocale();
  const said = picture.alt.find((one) => one.language === language)?.text ?? '';
  const say = (text: string) => {
    if (text === said) return;
    const others = picture.alt.filter((one) => one.language !== language);
    onAlt(text ? [...others, { language, text }] : others);
  };
  return (
    <>
      <img src={pictureAddress(picture.picture)} alt={said || name} loading="lazy" />
      <TextField
        key={said}
        label={t('content.alt')}
        maxLength={300}
        defaultValue={said}
        disabled={!may}
        onBlur={({ target }) => {
          say(target.value.trim());
        }}
      />
      {may && (
        <span className={classes.moves}>
          <IconButton label={t('content.earlier')} disabled={!onEarlier} onClick={onEarlier}>
            <IconArrowLeft aria-hidden />
          </IconButton>
          <IconButton label={t('content.later')} disabled={!onLater} onClick={onLater}>
            <IconArrowRight aria-hidden />
          </IconButton>
          <IconButton label={t('content.removePicture')} onClick={onRemove}>
            <IconX aria-hidden />
          </IconButton>
        </span>
      )}
    </>
  );
}
