package profile

import "archadvisor/advisor/profile/prior"

// restrictWork lets known numbers bound the unknown ones: the CPU time is part
// of the wall time, one request is not longer than the longest piece of work,
// and nobody accepts a 99th percentile below the typical time.
func (s *Sampler) restrictWork(p *Profile) {
	if d := &s.dims[StartupMillis]; !p.Known(StartupMillis) && p.Known(Runtime) {
		d.span = prior.StartupByRuntime[int(s.base[Runtime])]
	}
	cpu, hasCPU := p.stated(CPUMillis)
	wall, hasWall := p.stated(DurationMillis)
	job, hasJob := p.stated(LongestJobS)
	d := &s.dims
	if hasWall {
		if hasCPU {
			d[CPUMillis].span = cpu.Clip(0, wall.Hi)
		} else {
			d[CPUMillis].span = d[CPUMillis].span.AtMost(wall.Hi)
		}
		if !hasJob {
			d[LongestJobS].span = d[LongestJobS].span.AtLeast(wall.Lo/1000, LongestJobS.Field().Max)
		}
		if !p.Known(P99Millis) {
			d[P99Millis].span = d[P99Millis].span.AtLeast(wall.Lo, P99Millis.Field().Max)
		}
		return
	}
	if hasJob {
		d[DurationMillis].span = d[DurationMillis].span.AtMost(job.Hi * 1000)
		if !hasCPU {
			d[CPUMillis].span = d[CPUMillis].span.AtMost(job.Hi * 1000)
		}
	}
	if hasCPU {
		d[DurationMillis].span = d[DurationMillis].span.AtLeast(cpu.Lo, DurationMillis.Field().Max)
	}
}

func (s *Sampler) fillWork(at position, out *Point) {
	if s.dims[CPUMillis].open {
		out[CPUMillis] = s.number(CPUMillis, &s.dims[CPUMillis].span, at)
	}
	if s.dims[DurationMillis].open {
		out[DurationMillis] = s.wall(out[CPUMillis], at)
	}
	for _, id := range [...]ID{LongestJobS, P99Millis} {
		if s.dims[id].open {
			out[id] = s.number(id, &s.dims[id].span, at)
		}
	}
}

// wall draws the wall time of a request, at least its CPU time.
func (s *Sampler) wall(cpu float64, at position) float64 {
	d := &s.dims[DurationMillis]
	switch {
	case cpu <= d.span.Lo:
		return s.number(DurationMillis, &d.span, at)
	case cpu <= d.span.Hi:
		part := d.span.Clip(cpu, d.span.Hi)
		return s.number(DurationMillis, &part, at)
	}
	part := d.span.AtLeast(cpu, DurationMillis.Field().Max)
	return s.number(DurationMillis, &part, at)
}
