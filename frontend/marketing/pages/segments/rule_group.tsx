import { Plus, X } from "lucide-preact";
import { type Book, ConditionRow } from "./condition_row";
import {
  type Draft,
  emptyCondition,
  emptyGroup,
  GROUPS,
  type GroupDraft,
  type GroupHow,
  isGroup,
} from "./rule";
import { words } from "./texts";

const DEEPEST = 3;

interface RuleGroupProps {
  group: GroupDraft;
  book: Book;
  depth?: number;
  onChange: (group: GroupDraft) => void;
  onRemove?: () => void;
}

/** Conditions and groups of them that stand together. */
export function RuleGroup({ group, book, depth = 1, onChange, onRemove }: RuleGroupProps) {
  const put = (place: number, part: Draft | null) =>
    onChange({
      ...group,
      parts: group.parts.flatMap((old, at) => (at !== place ? [old] : part ? [part] : [])),
    });
  const add = (part: Draft) => onChange({ ...group, parts: [...group.parts, part] });
  return (
    <fieldset class="rule-group">
      <legend class="sr-only">{words.groups[group.how]}</legend>
      <div class="rule-head">
        <select
          aria-label={words.groupLabel}
          value={group.how}
          onChange={(event) => onChange({ ...group, how: event.currentTarget.value as GroupHow })}
        >
          {GROUPS.map((how) => (
            <option key={how} value={how}>
              {words.groups[how]}
            </option>
          ))}
        </select>
        {onRemove && (
          <button type="button" class="icon-button" aria-label={words.removeGroup} onClick={onRemove}>
            <X size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      <ul class="rule-parts">
        {group.parts.map((part, place) =>
          isGroup(part) ? (
            <li key={part.key}>
              <RuleGroup
                group={part}
                book={book}
                depth={depth + 1}
                onChange={(changed) => put(place, changed)}
                onRemove={() => put(place, null)}
              />
            </li>
          ) : (
            <ConditionRow
              key={part.key}
              condition={part}
              book={book}
              onChange={(changed) => put(place, changed)}
              onRemove={group.parts.length > 1 ? () => put(place, null) : null}
            />
          ),
        )}
      </ul>
      <div class="row">
        <button type="button" class="button small" onClick={() => add(emptyCondition())}>
          <Plus size={14} aria-hidden="true" /> {words.addCondition}
        </button>
        {depth < DEEPEST && (
          <button type="button" class="button small" onClick={() => add(emptyGroup("any"))}>
            <Plus size={14} aria-hidden="true" /> {words.addGroup}
          </button>
        )}
      </div>
    </fieldset>
  );
}
