package record

import (
	"strconv"
	"strings"

	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/say"
)

// head is what a Markdown record says of itself at its top.
type head struct {
	format              Format // "" if it has the form of none
	title, status, date string
	number              int
}

// headOf reads the top of a record of any Markdown format, ours or not.
func headOf(text string) head {
	lines := strings.Split(text, "\n")
	if front, body, ok := frontMatter(lines); ok {
		h := head{format: MADR, title: firstTitle(body)}
		h.status, h.date = yamlValue(front, "status"), yamlValue(front, "date")
		h.number, _ = strconv.Atoi(yamlValue(front, "number"))
		return h
	}
	h := head{title: firstTitle(lines)}
	h.number, h.title = numbered(h.title)
	for i, line := range lines {
		if strings.HasPrefix(line, "## ") {
			if strings.TrimSpace(line) == "## Status" {
				h.format, h.status = Nygard, firstText(lines[i+1:])
			}
			break
		}
		if value, ok := strings.CutPrefix(line, "Date: "); ok {
			h.date = strings.TrimSpace(value)
		}
		h.readBullet(line)
	}
	return h
}

// readBullet reads "* Status: x" or "- Date: y".
func (h *head) readBullet(line string) {
	if len(line) < 2 || line[0] != '*' && line[0] != '-' || line[1] != ' ' {
		return
	}
	key, value, ok := strings.Cut(line[2:], ":")
	value = strings.TrimSpace(value)
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "status":
		if ok && h.status == "" {
			h.status = value
			h.format = MADR2
			if line[0] == '-' {
				h.format = Log4brains
			}
		}
	case "date":
		if ok && h.date == "" {
			h.date = value
		}
	}
}

// frontMatter splits a file into the lines of its YAML header and the rest.
func frontMatter(lines []string) (front, body []string, ok bool) {
	if len(lines) == 0 || strings.TrimRight(lines[0], " ") != "---" {
		return nil, lines, false
	}
	for i := 1; i < len(lines); i++ {
		if strings.TrimRight(lines[i], " ") == "---" {
			return lines[1:i], lines[i+1:], true
		}
	}
	return nil, lines, false
}

// yamlValue is the value of a top-level key of a YAML header, unquoted.
func yamlValue(front []string, key string) string {
	for _, line := range front {
		if value, ok := strings.CutPrefix(line, key+":"); ok {
			value = strings.TrimSpace(value)
			if unquoted, err := strconv.Unquote(value); err == nil {
				return unquoted
			}
			return strings.Trim(value, `'"`)
		}
	}
	return ""
}

// firstTitle is the first heading of level one, as plain text.
func firstTitle(lines []string) string {
	for _, line := range lines {
		if title, ok := strings.CutPrefix(line, "# "); ok {
			return say.Line(markup.Plain(strings.TrimSpace(title)))
		}
	}
	return ""
}

// numbered splits "12. Title".
func numbered(title string) (int, string) {
	first, rest, ok := strings.Cut(title, ". ")
	n, err := strconv.Atoi(first)
	if !ok || err != nil || n < 0 {
		return 0, title
	}
	return n, rest
}

// firstText is the first line with anything in it, up to the next heading.
func firstText(lines []string) string {
	for _, line := range lines {
		if strings.HasPrefix(line, "#") {
			break
		}
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}
