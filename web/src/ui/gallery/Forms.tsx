// Every kind of field: empty, filled, with a hint, and wrong.
import { Checkbox, Choices } from '../form/Choices';
import { DateField } from '../form/DateField';
import { MoneyField, NumberField } from '../form/NumberField';
import { Select } from '../form/Select';
import { TextArea, TextField } from '../form/TextField';
import { groupOptions, words } from './samples';
import classes from './Section.module.css';

export function Forms() {
  return (
    <div className={classes.stack}>
      <TextField label={words.name} hint={words.nameHint} defaultValue="Webshop" />
      <TextField label={words.name} error={words.wrong} defaultValue="webshop" />
      <NumberField label={words.count} defaultValue="1250.5" optional />
      <MoneyField label={words.amount} defaultValue="1250.50" currency="EUR" />
      <DateField label={words.day} defaultValue="2026-12-01" />
      <Select label={words.group} options={groupOptions} empty={words.nobody} defaultValue="top" />
      <Choices
        label={words.phases}
        options={groupOptions}
        defaultValue={['top', 'small']}
        onChange={ignore}
      />
      <Checkbox label={words.agree} defaultChecked />
      <TextArea label={words.remarks} defaultValue={words.sentence} optional />
      <TextField label={words.name} defaultValue="Webshop" disabled />
    </div>
  );
}

const ignore = () => undefined;
