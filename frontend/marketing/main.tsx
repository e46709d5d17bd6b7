import { render } from "preact";
import "../ui/tokens.css";
import "../ui/base.css";

const root = document.getElementById("app");
if (root) render(<h1>Samtal marketing</h1>, root);
