import { describe, expect, it } from "vitest";
import { restEntries, search, socketEntries } from "./entries";
import { inWords, modelsOf } from "./schema";

const definitions = {
  Tree: { properties: { leaf: { $ref: "#/$defs/Leaf" }, twin: { $ref: "#/$defs/Tree" } } },
  Leaf: { description: "A leaf.\nGreen.", properties: { size: { type: "integer", minimum: 1, maximum: 5 } } },
};

describe("schemas in words", () => {
  it("names models, lists, choices and bounds", () => {
    expect(inWords({ $ref: "#/$defs/Leaf" })).toBe("Leaf");
    expect(inWords({ type: "array", items: { type: "string", maxLength: 9 } })).toBe(
      "list of string, up to 9 characters",
    );
    expect(inWords({ anyOf: [{ enum: ["a", "b"] }, { type: "null" }] })).toBe('"a" or "b" or null');
  });

  it("finds every model once, circles too", () => {
    expect(modelsOf({ $ref: "#/$defs/Tree" }, definitions)).toEqual(["Tree", "Leaf"]);
  });
});

describe("entries", () => {
  const sockets = socketEntries({
    $defs: {
      ...definitions,
      VisitorCommands: { properties: { grow: { properties: { payload: { $ref: "#/$defs/Leaf" } } } } },
      VisitorEvents: { properties: { grown: { $ref: "#/$defs/Leaf" } } },
    },
  });

  it("lists commands before events with their model's first line", () => {
    expect(sockets.map((entry) => [entry.method, entry.name, entry.summary])).toEqual([
      ["command", "grow", "A leaf."],
      ["event", "grown", "A leaf."],
    ]);
  });

  it("reads operations, their body and the answer that is no refusal", () => {
    const [entry] = restEntries({
      components: { schemas: definitions },
      paths: {
        "/leaf": {
          post: {
            operationId: "post_leaf",
            summary: "Grow a leaf.",
            tags: ["leaf"],
            parameters: [],
            security: [{ account: [] }],
            requestBody: { content: { "application/json": { schema: { $ref: "#/$defs/Leaf" } } } },
            responses: {
              "201": { content: { "application/json": { schema: { $ref: "#/$defs/Tree" } } } },
              default: { content: { "application/json": { schema: { type: "string" } } } },
            },
          },
        },
      },
    });
    expect(entry).toMatchObject({
      access: "account",
      sends: { $ref: "#/$defs/Leaf" },
      gets: { $ref: "#/$defs/Tree" },
    });
  });

  it("searches by all words", () => {
    expect(search(sockets, "leaf GROWN").map((entry) => entry.name)).toEqual(["grown"]);
    expect(search(sockets, "nothing")).toEqual([]);
  });
});
